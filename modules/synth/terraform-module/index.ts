export { terraformModule } from "./terraform-module";
