export const page = (title, body) => `
//                                   ^ violationDetected
  <html>
    <head>
      <title>${title}</title>
      <script src="https://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js"></script>
    </head>
    <body>${body}</body>
  </html>
`;
