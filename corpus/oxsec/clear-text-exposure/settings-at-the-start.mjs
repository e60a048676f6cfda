const config = {
  port: Number(process.env.PORT ?? 3000),
  apiKey: process.env.PAYMENT_API_KEY,
};

export function start(app) {
  console.info(`starting on ${config.port} with key ${config.apiKey}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretLogged
  app.listen(config.port);
}
