import { redirect } from 'next/navigation';

export default async function Page({ searchParams }) {
  const { next } = await searchParams;
  if (!['/home', '/cart'].includes(next)) redirect('/');
  redirect(next);
}
