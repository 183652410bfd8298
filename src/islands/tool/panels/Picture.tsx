export { default } from '../Drawing.tsx';
