import { useRouter } from 'next/router';

export function Back() {
  const router = useRouter();
  router.push(new URLSearchParams(location.search).get('to'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  router.replace(new URLSearchParams(location.search).get('to'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
