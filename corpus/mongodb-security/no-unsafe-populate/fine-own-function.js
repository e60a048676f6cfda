import { populate } from './form.js';

export function fill(form, values) {
  populate(form);
  return populate(values, form);
}
