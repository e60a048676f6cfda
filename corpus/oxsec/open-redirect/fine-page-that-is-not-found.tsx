import { notFound, redirect } from 'next/navigation';

export default async function Page({ searchParams }) {
  const { region } = await searchParams;
  if (!/^[a-z]+$/.test(region)) notFound();
  redirect(`https://${region}.example.com/`);
}
