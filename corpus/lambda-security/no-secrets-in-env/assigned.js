process.env.DB_PASSWORD = 'correct horse';
//@1 secretsInEnv
process.env['API_KEY'] ||= `k-${42}-1234567`;
//@1 secretsInEnv
