import type { ConsoleSheetInput } from "../input";
import { code, link, text, ui } from "../../../text";
import type { ConsoleValues } from "../values";
import { connectUrl, identityCenterUrl } from "./console-urls";
import type { Step } from "./step";

/** Steps that check what must be true before any application is added. */
export function onceSteps(values: ConsoleValues, region: string, input: ConsoleSheetInput): Step[] {
  const { instance } = values;
  const account = input.identityCenter?.accountId;
  return [
    {
      id: "once-identity-center",
      text: text`The organization has IAM Identity Center enabled${account === undefined ? "" : ` in account ${account}`}, in the region ${code(region)}. Open ${link(identityCenterUrl(values, region), "its console")} there: if it is not enabled, the page offers ${ui("Enable")}. Only the organization's management account can enable it. Or ask with the AWS CLI, which must list an instance:`,
      fields: [
        {
          label: "AWS CLI, Identity Center account",
          value: `aws sso-admin list-instances --region ${region}`,
        },
      ],
    },
    {
      id: "once-saml",
      text: text`The Amazon Connect instance manages identities with SAML 2.0. This is chosen when an instance is created, and cannot be changed. Open ${link(connectUrl(values), "the Amazon Connect console")} and choose the instance, or ask with the AWS CLI, which must print ${code("SAML")}:`,
      fields: [
        {
          label: `AWS CLI, account ${instance.accountId}`,
          value: `aws connect describe-instance --region ${instance.region} --instance-id ${instance.instanceId} --query Instance.IdentityManagementType --output text`,
        },
      ],
    },
  ];
}
