#!/usr/bin/env node
import { runCli } from "./cli";
import { runProgram } from "./failure";
import { terminal } from "./terminal";

runProgram("connect-sso", () => runCli(process.argv.slice(2), terminal(process.stdout)));
