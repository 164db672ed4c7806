import type { ConsoleSheetInput } from "../input";
import { code, link, text, ui } from "../../../text";
import type { ConsoleValues } from "../values";
import { connectUrl, identityCenterUrl } from "./console-urls";
import { guessText, type Region, regionText } from "./region";
import type { Step } from "./step";

/** Steps that check what must be true before any application is added. */
export function onceSteps(values: ConsoleValues, region: Region, input: ConsoleSheetInput): Step[] {
  const { instance } = values;
  const account = input.identityCenter?.accountId;
  return [
    {
      id: "once-identity-center",
      text: text`The organization has IAM Identity Center enabled${account === undefined ? "" : ` in account ${account}`}, in the region ${regionText(region)}.${guessText(region)} Where ${link(identityCenterUrl(values, region.code), "its console")} offers ${ui("Enable")}, choose it only in the organization's management account: any other account gets its own instance, without SAML applications. Or ask with the AWS CLI, which prints the management account twice: first as the owner of the instance, then as that of the organization.`,
      fields: [
        {
          label: "AWS CLI, Identity Center account",
          value: `aws sso-admin list-instances --region ${region.code} --query "Instances[].OwnerAccountId" --output text`,
        },
        {
          label: "AWS CLI, Identity Center account",
          value:
            "aws organizations describe-organization --query Organization.MasterAccountId --output text",
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
