// safe: position
import axios from 'axios';

export async function report(error) {
  await axios.post('https://errors.internal/collect', { name: error.name, stack: error.stack });
}
