export const labels = {
  userName_label: 'Your name',
  passwordHint: 'Eight characters or more',
  authority: 'example.org',
  users: 'everybody',
};
