export const Help = () => <iframe title="help" src="/help/embedded" sandbox="" />;
export const Chart = ({ src }) => <iframe title="chart" src={src} />;
