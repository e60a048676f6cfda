export const head = `
  <script
    src="https://unpkg.com/vue@3.4.0/dist/vue.global.prod.js"
    integrity="sha384-6tJqlYlQ3bZBYm0cd2wwVbbjY3ZgQYcKJ1xB0bC4p0nN4vUqv5qYp4c7mYVZ0Y1g"
    crossorigin="anonymous"></script>
`;

export const styles = '<link href="https://cdn.example.com/a.css" rel="stylesheet" integrity="sha384-abc">';
