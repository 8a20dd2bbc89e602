export { activateChecks } from './activation';
