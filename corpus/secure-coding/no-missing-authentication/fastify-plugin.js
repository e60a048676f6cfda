export default async function plugin(fastifyInstance) {
  fastifyInstance.get('/metrics', async () => metrics.read());
//^^^^^^^^^^^^^^^^^^^ missingAuthentication
  fastifyInstance.patch(ROUTES.settings, { schema }, async (request) => settings.update(request.body));
//^^^^^^^^^^^^^^^^^^^^^ missingAuthentication
}
