const FEED = 'https://feeds.example.com/news';
const user = 'https://reader@feeds.example.com/news';
export { FEED, user };
