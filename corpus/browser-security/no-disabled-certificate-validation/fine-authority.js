const agent = new https.Agent({ ca: internalAuthority, rejectUnauthorized: true });
export default agent;
