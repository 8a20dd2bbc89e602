export { activateSyntaxStatus } from './activation';
