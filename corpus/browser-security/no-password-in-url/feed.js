const FEED = 'https://reader:s3cret@feeds.example.com/news';
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
export const load = () => fetch(FEED);
