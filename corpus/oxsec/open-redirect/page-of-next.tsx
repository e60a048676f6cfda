import { redirect } from 'next/navigation';

export default async function Page({ params, searchParams }) {
  const { region } = await params;
  const { next } = await searchParams;
  if (region) redirect(`https://${region}.example.com/`);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  redirect(next ?? '/');
//^^^^^^^^^^^^^^^^^^^^^ openRedirect
}
