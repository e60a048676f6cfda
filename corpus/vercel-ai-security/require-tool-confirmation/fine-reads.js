export const agent = {
  tools: {
    getWeather: { description: 'Tells the weather', execute: weather },
    search: { description: 'Searches', execute: weather },
  },
};

function weather() {}
