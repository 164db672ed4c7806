import { EVERYTHING, keepFigures } from "../../support/figures";
import { describeWithTools } from "../support/tools";
import { requestsOf } from "./policies/choices";
import type { Policy } from "./policies/decide";
import { unnoticed, wrongDecisions } from "./policies/decisions";
import { Deployer } from "./policies/deploy";
import { otherConnectActions } from "./policies/every-action";
import { EXAMPLES, rolesOf, variantsOf } from "./policies/examples";
import { mutantsOfPermission, mutantsOfTrust } from "./policies/mutants";
import { Tally } from "./policies/tally";
import { mayAssume, partsOfAssuming, type ToAssume, type TrustedRole } from "./policies/to-assume";
import {
  mayAsk,
  mayFederate,
  partsOfFederating,
  type PermittedInstance,
  type ToFederate,
} from "./policies/to-federate";

const tally = new Tally();

/** Makes every request to assume a role; then again with its trust policy changed. */
async function checkTrust(role: TrustedRole, trust: Policy): Promise<void> {
  const parts = partsOfAssuming(role);
  const decideBy = (policy: Policy) => (request: ToAssume) => mayAssume(role, policy, request);
  const requests = requestsOf(parts, EVERYTHING);
  expect(await wrongDecisions(requests, decideBy(trust))).toEqual([]);
  const mutants = mutantsOfTrust(trust);
  expect(await unnoticed(mutants, requestsOf(parts, false), decideBy)).toEqual([]);
  tally.trust.add(parts, requests.length, mutants.length);
}

/** Makes every request of a session to Amazon Connect; then again with its policy changed. */
async function checkPermission(
  instance: PermittedInstance,
  policy: Policy,
  boundary?: Policy,
): Promise<void> {
  const permission = (policies: Policy[]) => ({ policies, ...(boundary && { boundary }) });
  const parts = partsOfFederating(instance);
  const decideBy = (changed: Policy) => (request: ToFederate) =>
    mayFederate(instance, permission([changed]), request);
  const requests = requestsOf(parts, EVERYTHING);
  expect(await wrongDecisions(requests, decideBy(policy))).toEqual([]);
  const mutants = mutantsOfPermission(policy, instance.form);
  expect(await unnoticed(mutants, requestsOf(parts, false), decideBy)).toEqual([]);
  tally.permission.add(parts, requests.length, mutants.length);

  // The policies of several deployments are the same.
  const key = JSON.stringify([policy, boundary]);
  if (!tally.actions.has(key)) tally.actions.set(key, await refusedActions(instance, decideAction));

  function decideAction(action: string, resource: string): Promise<boolean> {
    const context = { "connect:InstanceId": instance.instanceId };
    const asked = { action, resource, accountId: instance.account, context };
    return mayAsk(instance, permission([policy]), asked);
  }
}

/** Tries every other action of Amazon Connect on all that it may take. @returns how many are refused */
async function refusedActions(
  instance: PermittedInstance,
  decide: (action: string, resource: string) => Promise<boolean>,
): Promise<number> {
  const allowed: string[] = [];
  const all = await otherConnectActions(instance);
  const actions = EVERYTHING ? all : all.slice(0, 40);
  for (const { action, resources } of actions) {
    for (const resource of resources) if (await decide(action, resource)) allowed.push(action);
  }
  expect(allowed).toEqual([]);
  return actions.length;
}

describeWithTools("the policies of the examples, as they are after a deployment", () => {
  let deployer: Deployer;
  beforeAll(async () => {
    deployer = await Deployer.start();
  });
  afterAll(async () => {
    await deployer.stop();
  });

  it.each(EVERYTHING ? EXAMPLES : EXAMPLES.slice(0, 1))(
    "let the users of $config in, and nobody else, and nowhere else",
    async (example) => {
      const variants = EVERYTHING ? variantsOf(example) : variantsOf(example).slice(-1);
      for (const [variant, roles] of await deployer.example(example, variants)) {
        const documented = rolesOf(example, variant);
        expect(Object.keys(roles).sort()).toEqual(documented.map(({ arn }) => arn).sort());
        for (const role of documented) {
          const { trust = {}, permissions = [], boundary } = roles[role.arn] ?? {};
          await checkTrust(role, trust);
          expect([permissions.length, boundary]).toEqual([1, example.boundary?.arn]);
          const instance = { ...example.instance, form: variant.form };
          await checkPermission(instance, permissions[0] ?? {}, example.boundary?.policy);
        }
        tally.deployments += 1;
      }
    },
    1_200_000,
  );

  // Half a minute goes into waiting for Identity Center, which e2e/permission-set.test.ts does too.
  (EVERYTHING ? it : it.skip).each(["user-resource", "instance-condition"] as const)(
    "let the users of a permission set in by %s, and nowhere else",
    async (form) => {
      const instance = {
        partition: "aws",
        region: "us-east-1",
        account: "123456789012",
        instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        form,
      } as const;
      await checkPermission(instance, await deployer.permissionSet(form));
      tally.permissionSets += 1;
    },
    600_000,
  );

  it("were all tried, with figures of it", () => {
    expect(tally.deployments).toBe(EVERYTHING ? 48 : 1);
    expect(tally.permissionSets).toBe(EVERYTHING ? 2 : 0);
    keepFigures("policies", tally.figures());
  });
});
