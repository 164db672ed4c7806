/** Writes the JSON Schema that editors check config files with. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";

import { configJsonSchema } from "../modules/config";

const file = resolve(__dirname, "../connect-sso.schema.json");
writeFileSync(file, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
