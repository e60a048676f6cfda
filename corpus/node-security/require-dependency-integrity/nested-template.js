const version = '18.2.0';
const development = process.env.NODE_ENV === 'development';

export function head(scripts) {
  return `<head>${scripts.map((name) => `<script src="https://unpkg.com/${name}@${version}"></script>`).join('')}</head>`;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

export const react = () => head(development ? ['react'] : []);
