import { readdirSync } from "node:fs";

import { succeed } from "../support/command";
import { Project } from "../support/project";
import { EMPTY, readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { RunningProvider } from "./support/running-provider";
import { describeWithTools } from "./support/tools";

describeWithTools("cdktf deploy and destroy", () => {
  it("take an instance to IAM and away again", async () => {
    const moto = await Moto.start();
    const project = new Project().copy("examples");
    let provider: RunningProvider | undefined;
    const iam = moto.iam("us-west-2");
    let environment = moto.environment("us-west-2");
    const cdktf = (...args: string[]) =>
      succeed("node", ["node_modules/cdktf-cli/bundle/bin/cdktf", ...args], {
        cwd: project.folder,
        env: {
          ...environment,
          CONNECT_SSO_CONFIG: "examples/admin-guide.yaml",
          CI: "true",
          // Its plugin cache and a provider mirror get in each other's way the second time.
          CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
        },
      });
    try {
      // The lock of providers for other systems needs the public registry.
      const options = ["admin-guide-federation", "--auto-approve", "--skip-provider-lock"];
      project.write("cdktf.out/stacks/gone-federation/cdk.tf.json", "{}");
      const deployed = await cdktf("deploy", ...options);
      expect(readdirSync(project.path("cdktf.out/stacks"))).toEqual(["admin-guide-federation"]);
      expect(deployed).toContain("connect_attribute_mapping_value");
      const { samlProviders, roles } = await readAccount(iam);
      expect(Object.keys(samlProviders)).toEqual([
        "arn:aws:iam::123456789012:saml-provider/AmazonConnect",
      ]);
      expect(Object.keys(roles)).toEqual(["AmazonConnectRole"]);
      expect(project.read("terraform.admin-guide-federation.tfstate")).toContain(
        "AmazonConnectRole",
      );

      // What follows takes the provider that runs already: Terraform has started one itself above.
      provider = await RunningProvider.start(environment);
      environment = provider.environment;
      expect(await cdktf("diff", "admin-guide-federation", "--skip-provider-lock")).toContain(
        "No changes.",
      );

      await cdktf("destroy", ...options);
      expect(await readAccount(iam)).toEqual(EMPTY);
    } finally {
      await moto.stop();
      await provider?.stop();
      project.remove();
    }
  });
});
