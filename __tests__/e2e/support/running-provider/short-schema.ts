/** The services that this project's Terraform uses. */
const OURS =
  /^aws_(caller_identity$|connect_|iam_|identitystore_|partition$|ssm_parameter|ssoadmin_)/;

/**
 * The resources and data sources of these services alone, out of all that a provider says it has.
 * Terraform reads every attribute of the provider's 2,000 in every command, for more than a second.
 *
 * @param answer - the gRPC message `GetProviderSchema.Response`, with its prefix of five bytes
 * @see https://developer.hashicorp.com/terraform/plugin/terraform-plugin-protocol
 */
export function shortSchema(answer: Buffer): Buffer {
  const kept: Buffer[] = [];
  let place = PREFIX;
  while (place < answer.length) {
    const content = lengthAt(answer, place + 1); // a field's tag is one byte here
    const end = content.place + content.length;
    const name = nameAt(answer, content.place);
    if (!name.startsWith("aws_") || OURS.test(name)) kept.push(answer.subarray(place, end));
    place = end;
  }
  const fields = Buffer.concat(kept);
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32BE(fields.length, 1);
  return Buffer.concat([prefix, fields]);
}

const PREFIX = 5;
/** The tag of a map entry's key. */
const KEY = 0x0a;

function nameAt(message: Buffer, place: number): string {
  if (message[place] !== KEY) return "";
  const key = lengthAt(message, place + 1);
  return message.toString("latin1", key.place, key.place + key.length);
}

/** A length, in groups of seven bits from the lowest, and where what has it starts. */
function lengthAt(message: Buffer, start: number): { length: number; place: number } {
  let place = start;
  let length = 0;
  let unit = 1;
  for (;;) {
    const byte = message.readUInt8(place++);
    length += (byte % 128) * unit;
    if (byte < 128) return { length, place };
    unit *= 128;
  }
}
