const supported = ['aes-128-gcm', 'aes-192-gcm', 'aes-256-gcm'];

export const negotiate = (theirs) => supported.find((algorithm) => theirs.includes(algorithm));
export const info = (getCipherInfo) => getCipherInfo('aes-128-gcm');
