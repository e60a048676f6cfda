import yaml from 'js-yaml';

export function importConfig(text, options) {
  const config = yaml.load(text);
//               ^^^^^^^^^^^^^^^ unsafeYamlParsing
  const overrides = yaml.parse(options);
//                  ^^^^^^^^^^^^^^^^^^^ unsafeYamlParsing
  return { ...config, ...overrides };
}

export class Importer {
  read(source) {
    return this.parser.deserialize(source);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
  }
}
