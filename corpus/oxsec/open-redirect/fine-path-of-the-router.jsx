// safe: origin
import { useRouter } from 'next/router';

export function Again() {
  const router = useRouter();
  return <button onClick={() => router.push(router.asPath)}>again</button>;
}
