export { activateServerControl } from './activation';
