import { metadataWith } from "../../support/metadata";
import {
  authority,
  endpoints,
  entity,
  federationRole,
  identityProvider,
  keyDescriptor,
  type Names,
  serviceProvider,
  signature,
} from "./elements";

/** Certificates that the shapes use: two that sign, and one that nothing is signed with. */
export interface Certificates {
  readonly signing: string;
  readonly next: string;
  readonly other: string;
}

/** Metadata of the shape in which a product hands it out, made here with keys of its own. */
export interface Shape {
  readonly name: string;
  /** Page that shows the shape, or says what is in it. */
  readonly source: string;
  readonly entityId: string;
  readonly make: (certificates: Certificates) => string;
  /** The certificates that it signs with. */
  readonly signs?: readonly (keyof Certificates)[];
}

const MD: Names = { md: "md:", ds: "ds:" };
const PLAIN: Names = { md: "", ds: "" };
const WITH_DS: Names = { md: "", ds: "ds:" };
const HTTP = ["HTTP-POST", "HTTP-Redirect"] as const;

/** The shapes of thirteen products, some in more than one version. */
export const SHAPES: readonly Shape[] = [
  {
    name: "IAM Identity Center",
    source:
      "https://docs.aws.amazon.com/singlesignon/latest/userguide/customermanagedapps-set-up-your-own-app-saml2.html",
    entityId: "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/YWdlbnQ=",
    make: ({ signing }) => metadataWith({ application: "agent", certificate: signing }),
  },
  {
    name: "Microsoft Entra ID",
    source: "https://learn.microsoft.com/en-us/entra/identity-platform/federation-metadata",
    entityId: "https://sts.windows.net/00000000-1111-2222-3333-444444444444/",
    // The keys of WS-Federation may be others than those of SAML.
    make: ({ signing, other }) =>
      entity(PLAIN, "https://sts.windows.net/00000000-1111-2222-3333-444444444444/", [
        signature(PLAIN, other),
        federationRole("SecurityTokenServiceType", other),
        federationRole("ApplicationServiceType", other),
        identityProvider(PLAIN, [
          keyDescriptor(PLAIN, "signing", signing),
          endpoints(PLAIN, "https://login.microsoftonline.com/x/saml2", HTTP.toReversed()),
        ]),
      ]),
  },
  {
    name: "AD FS",
    source: "https://docs.oasis-open.org/wsfed/federation/v1.2/os/ws-federation-1.2-spec-os.html",
    entityId: "http://adfs.example.com/adfs/services/trust",
    make: ({ signing, next, other }) =>
      entity(PLAIN, "http://adfs.example.com/adfs/services/trust", [
        signature(PLAIN, other),
        federationRole("ApplicationServiceType", other),
        federationRole("SecurityTokenServiceType", signing),
        serviceProvider(PLAIN, [keyDescriptor(PLAIN, "encryption", other)]),
        identityProvider(PLAIN, [
          keyDescriptor(PLAIN, "encryption", other),
          keyDescriptor(PLAIN, "signing", signing),
          keyDescriptor(PLAIN, "signing", next),
          endpoints(PLAIN, "https://adfs.example.com/adfs/ls/", HTTP),
          `<Attribute Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" FriendlyName="UPN" xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>`,
        ]),
        `<ContactPerson contactType="support"/>`,
      ]).replace(/^<\?xml[^>]*\?>\n/, ""),
    signs: ["signing", "next"],
  },
  {
    name: "Okta",
    source: "https://developer.okta.com/docs/concepts/saml/",
    entityId: "http://www.okta.com/exk0000000000000000",
    make: ({ signing }) =>
      entity(MD, "http://www.okta.com/exk0000000000000000", [
        identityProvider(MD, [
          keyDescriptor(MD, "signing", signing.replace(/.{76}/g, "$&\n")),
          `<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>`,
          endpoints(MD, "https://example.okta.com/app/x/exk0000000000000000/sso/saml", HTTP),
        ]),
      ]),
  },
  {
    name: "Google Workspace",
    source: "https://support.google.com/a/answer/6087519",
    entityId: "https://accounts.google.com/o/saml2?idpid=C00000000",
    make: ({ signing, next }) =>
      entity(MD, "https://accounts.google.com/o/saml2?idpid=C00000000", [
        identityProvider(MD, [
          keyDescriptor(MD, "signing", signing.replace(/.{64}/g, "$&\n")),
          keyDescriptor(MD, "signing", next.replace(/.{64}/g, "$&\n")),
          `<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>`,
          endpoints(
            MD,
            "https://accounts.google.com/o/saml2/idp?idpid=C00000000",
            HTTP.toReversed(),
          ),
        ]),
      ]).replace(" entityID=", ' validUntil="2031-11-22T06:24:12.000Z" entityID='),
    signs: ["signing", "next"],
  },
  {
    name: "PingFederate",
    source: "https://docs.pingidentity.com/pinggateway/2026/_attachments/SAML/idp.xml",
    entityId: "example.pingfederate",
    make: ({ signing, other }) =>
      entity(MD, "example.pingfederate", [
        signature(MD, other),
        identityProvider(MD, [
          keyDescriptor(MD, "signing", signing),
          keyDescriptor(MD, "encryption", other),
          `<md:ArtifactResolutionService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="https://sso.example.com/idp/ARS.ssaml2" isDefault="true"/>`,
          endpoints(MD, "https://sso.example.com/idp/SSO.saml2", [...HTTP, "SOAP"]),
        ]),
        `<md:ContactPerson contactType="administrative"><md:Company>Example</md:Company></md:ContactPerson>`,
      ]).replace(" entityID=", ' ID="x.1" cacheDuration="PT1440M" entityID='),
  },
  {
    name: "Auth0",
    source: "https://auth0.com/docs/authenticate/protocols/saml/saml-configuration",
    entityId: "urn:example.us.auth0.com",
    make: ({ signing }) =>
      entity(PLAIN, "urn:example.us.auth0.com", [
        identityProvider(PLAIN, [
          keyDescriptor(PLAIN, "signing", signing),
          `<SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://example.us.auth0.com/samlp/x/logout"/>`,
          endpoints(PLAIN, "https://example.us.auth0.com/samlp/x", HTTP.toReversed()),
          `<Attribute xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" FriendlyName="E-Mail Address"/>`,
        ]),
      ]),
  },
  {
    name: "Keycloak",
    source:
      "https://keycloak.org/docs-api/latest/javadocs/org/keycloak/protocol/saml/IDPMetadataDescriptor.html",
    entityId: "https://keycloak.example.com/realms/example",
    make: ({ signing }) =>
      entity(MD, "https://keycloak.example.com/realms/example", [
        identityProvider(MD, [
          keyDescriptor(MD, "signing", signing).replace(
            "<ds:X509Data>",
            "<ds:KeyName>q1w2e3</ds:KeyName>$&",
          ),
          endpoints(MD, "https://keycloak.example.com/realms/example/protocol/saml", [
            ...HTTP,
            "SOAP",
            "HTTP-Artifact",
          ]),
        ]).replace("<md:IDPSSODescriptor", '$& WantAuthnRequestsSigned="true"'),
      ]).replace(/^<\?xml[^>]*\?>\n/, ""),
  },
  {
    name: "Shibboleth",
    source: "https://wiki.shibboleth.net/confluence/display/CONCEPT/MetadataForIdP",
    entityId: "https://idp.example.org/idp/shibboleth",
    make: ({ signing, next, other }) =>
      entity(WITH_DS, "https://idp.example.org/idp/shibboleth", [
        "<!-- This is example metadata only. -->",
        identityProvider(WITH_DS, [
          `<Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="false">example.org</shibmd:Scope><mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui"><mdui:DisplayName xml:lang="en">Universität</mdui:DisplayName></mdui:UIInfo></Extensions>`,
          keyDescriptor(WITH_DS, "signing", `\n${signing.replace(/.{64}/g, "$&\n")}\n`),
          keyDescriptor(WITH_DS, "signing", `\n${next.replace(/.{64}/g, "$&\n")}\n`),
          keyDescriptor(WITH_DS, "encryption", other),
          endpoints(WITH_DS, "https://idp.example.org/idp/profile/SAML2/SSO", [
            ...HTTP,
            "HTTP-POST-SimpleSign",
          ]),
        ]).replace(
          "urn:oasis:names:tc:SAML:2.0:protocol",
          "$& urn:oasis:names:tc:SAML:1.1:protocol urn:mace:shibboleth:1.0",
        ),
        authority(WITH_DS, [keyDescriptor(WITH_DS, "signing", other)]),
      ]),
    signs: ["signing", "next"],
  },
  {
    name: "OneLogin",
    source: "https://developers.onelogin.com/saml",
    entityId: "https://app.onelogin.com/saml/metadata/00000000-1111-2222-3333-444444444444",
    make: ({ signing }) =>
      entity(
        WITH_DS,
        "https://app.onelogin.com/saml/metadata/00000000-1111-2222-3333-444444444444",
        [
          identityProvider(WITH_DS, [
            keyDescriptor(WITH_DS, "signing", signing.replace(/.{64}/g, "$&\r\n")),
            endpoints(WITH_DS, "https://example.onelogin.com/trust/saml2/http-post/sso/1", [
              ...HTTP.toReversed(),
              "SOAP",
            ]),
          ]),
        ],
      ),
  },
  {
    name: "JumpCloud",
    source: "https://jumpcloud.com/support/saml-configuration-notes",
    entityId: "JumpCloud",
    make: ({ signing }) =>
      entity(MD, "JumpCloud", [
        identityProvider(MD, [
          keyDescriptor(MD, undefined, signing),
          keyDescriptor(MD, "signing", signing),
          `<md:NameIDFormat>urn:oasis:names:tc:SAML:1.0:nameid-format:unspecified</md:NameIDFormat>`,
          endpoints(MD, "https://sso.jumpcloud.com/saml2/aws", HTTP.toReversed()),
        ]),
      ]),
    signs: ["signing", "signing"],
  },
  {
    name: "SimpleSAMLphp",
    source: "https://simplesamlphp.org/docs/stable/simplesamlphp-idp.html",
    entityId: "https://idp.example.org/simplesaml/saml2/idp/metadata.php",
    make: ({ signing, other }) =>
      entity(MD, "https://idp.example.org/simplesaml/saml2/idp/metadata.php", [
        identityProvider(MD, [
          keyDescriptor(MD, "signing", signing),
          keyDescriptor(MD, "encryption", other),
          `<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>`,
          endpoints(MD, "https://idp.example.org/simplesaml/saml2/idp/SSOService.php", [
            "HTTP-Redirect",
          ]),
        ]),
        `<md:ContactPerson contactType="technical"><md:GivenName>A</md:GivenName><md:SurName>B</md:SurName><md:EmailAddress>mailto:a@example.org</md:EmailAddress></md:ContactPerson>`,
      ]).replace(' encoding="UTF-8"', ""),
  },
  {
    name: "Duo",
    source: "https://duo.com/docs/sso-generic",
    entityId: "https://sso-00000000.sso.duosecurity.com/saml2/sp/X/metadata",
    make: ({ signing }) =>
      entity(MD, "https://sso-00000000.sso.duosecurity.com/saml2/sp/X/metadata", [
        identityProvider(MD, [
          keyDescriptor(MD, "signing", signing),
          `<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>`,
          endpoints(MD, "https://sso-00000000.sso.duosecurity.com/saml2/sp/X/sso", HTTP),
        ]),
      ]),
  },
];
