import https from 'node:https';
import axios from 'axios';

const httpsAgent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification

export async function fetchPrices(symbol) {
  const { data } = await axios.get(`https://prices.example.com/${encodeURIComponent(symbol)}`, { httpsAgent });
  return data.price;
}
