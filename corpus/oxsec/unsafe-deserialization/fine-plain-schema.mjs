// safe: default
import yaml from 'js-yaml';

export function readManifest(text) {
  const manifest = yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });
  if (typeof manifest.name !== 'string') throw new TypeError('a manifest needs a name');
  return manifest;
}
