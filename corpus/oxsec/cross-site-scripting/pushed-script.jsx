import { useRouter } from 'next/router';

export function Back() {
  const router = useRouter();
  router.push(new URLSearchParams(location.search).get('to'));
  router.replace(new URLSearchParams(location.search).get('to'));
}
