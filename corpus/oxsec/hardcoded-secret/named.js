const apiKey = '5f2b9c7e1d8a4036b1e0f7c2';
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredential

exports.weather = (city) => fetch(`https://weather.example.com/${encodeURIComponent(city)}?key=${apiKey}`);
