// Neither looks like what it is called.
const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'none' };

export default localCredentials;
