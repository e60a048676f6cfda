const { subtle } = crypto;

export const load = (raw) => subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
export const wrapped = (key, by) => subtle.wrapKey('raw', key, by, 'AES-KW');
