export async function upload(file, key) {
  return fetch('https://ai.example.com/v1/fine-tune/jobs', {
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trainingDataExposure
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: file,
  });
}
