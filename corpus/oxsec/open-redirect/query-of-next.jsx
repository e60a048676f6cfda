import { useRouter } from 'next/router';

export default function Done() {
  const router = useRouter();
  return <button onClick={() => router.push(router.query.back)}>Go on</button>;
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
}
