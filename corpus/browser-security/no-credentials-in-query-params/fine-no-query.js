const text = 'token=1';
const cookie = 'lang=en; secret=2';
export { text, cookie };
