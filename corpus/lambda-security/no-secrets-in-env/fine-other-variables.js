process.env.AWS_REGION = 'eu-central-1';
process.env.NODE_ENV ??= 'production';
process.env[name] = 'something long';
