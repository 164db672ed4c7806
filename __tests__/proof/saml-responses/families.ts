import type { IdentityProvider } from "../../support/identity-provider";
import { EVERYTHING } from "../../support/figures";
import { long, much } from "./bounds";
import { captures } from "./captures";
import { documents } from "./documents";
import type { Forged, Signed } from "./forged";
import { hiddenText, PARTIAL_NAMES } from "./hidden-text";
import { random } from "./random";
import { PLACES } from "./signings";
import { type Signers, tampered } from "./tampered";
import { type Value, valuesOf } from "./values";
import { wrapped } from "./wrapped";

/** A kind of forged responses: all of them, and of how many the quick part of the proof tries one. */
interface Family {
  readonly every: number;
  readonly all: (signers: Signers) => Iterable<Forged>;
}

/** The seed of what is changed at random. */
const SEED = 2026;

/** Every kind of forged responses, by what the documentation calls it. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  "wrapped signatures: two elements, of which one is signed": {
    every: 600,
    all: ({ trusted }) => inTurn(trusted, wrapped),
  },
  "changed values, with signatures by other keys, algorithms, transforms and edits": {
    every: 90,
    all: (signers) => inTurn(signers.trusted, (signed) => tampered(signed, signers)),
  },
  "names of which a part is hidden in comments, sections, references and the like": {
    every: 150,
    all: ({ trusted }) => hiddenNames(trusted),
  },
  "document types, entities, declarations and encodings": {
    every: 30,
    all: ({ trusted }) => ofAgent(trusted, documents),
  },
  "captures of all forms, alone and with another response": {
    every: 60,
    all: ({ trusted }) => ofAgent(trusted, captures),
  },
  "texts replaced, moved or copied at random": {
    every: 100,
    all: ({ trusted }) => ofAgent(trusted, (signed) => random(signed, SEED, 700)),
  },
  "up to 100,000 elements, attributes, namespaces and levels": {
    every: 110,
    all: ({ trusted }) => much(signed(trusted, "assertion", firstOf(trusted))),
  },
  "captures of up to 100,000,000 characters": {
    every: 15,
    all: ({ trusted }) => long(signed(trusted, "response", firstOf(trusted))),
  },
};

/** Makes the forged responses of a family; the quick part of the proof takes a few from all over it. */
export function* forgedBy({ every, all }: Family, signers: Signers): Generator<Forged> {
  let index = 0;
  for (const forged of all(signers)) {
    if (EVERYTHING || index % every === 0) yield forged;
    index += 1;
  }
}

function firstOf({ issuer }: IdentityProvider): Value {
  const [value] = valuesOf(issuer);
  if (!value) throw new Error("no values");
  return value;
}

function signed(by: IdentityProvider, place: Signed["place"], value: Value): Signed {
  return { xml: by.respond({ ...value.signed, sign: place }), place, value };
}

/** The forged responses of an agent's, wherever it is signed. */
function* ofAgent(
  by: IdentityProvider,
  forge: (signed: Signed) => Iterable<Forged>,
): Generator<Forged> {
  for (const place of PLACES) yield* forge(signed(by, place, firstOf(by)));
}

/** Every way to forge, wherever the response is signed, with one value after the other. */
function* inTurn(
  by: IdentityProvider,
  forge: (signed: Signed) => Iterable<Forged>,
): Generator<Forged> {
  const values = valuesOf(by.issuer);
  for (const place of PLACES) {
    const each = values.map((value) => [...forge(signed(by, place, value))]);
    const ways = each[0]?.length ?? 0;
    for (let way = 0; way < ways; way += 1) {
      const forged = each[way % values.length]?.[way];
      if (forged) yield forged;
    }
  }
}

function* hiddenNames(by: IdentityProvider): Generator<Forged> {
  for (const place of PLACES) {
    for (const name of PARTIAL_NAMES) {
      yield* hiddenText(by.respond({ ...name.signed, sign: place }), name, place);
    }
  }
}
