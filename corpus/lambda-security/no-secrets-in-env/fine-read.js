const { DB_PASSWORD, API_KEY } = process.env;

export const config = { dbPassword: DB_PASSWORD, apiKey: API_KEY ?? process.env.OLD_API_KEY };
