export const help = 'See <a href="https://cdn.example.com/help">the help</a>, or https://unpkg.com/shop.';

export const prefetch = (url) => ({ rel: 'prefetch', href: url });

export const mention = 'Add a <script> tag to the page that loads from cdn.example.com';
