import { parse } from 'date-fns';

export function schedule(text) {
  const event = JSON.parse(text);
  const start = parse(event.start, 'yyyy-MM-dd', new Date());
  const url = URL.parse('https://example.com/calendar');
  return { ...event, start, url };
}
