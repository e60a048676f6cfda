export default function handler(request, response) {
  response.setHeader('Access-Control-Allow-Origin', '*');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  response.json({ ok: true });
}
