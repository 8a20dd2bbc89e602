export { activateRunStatus } from './activation';
