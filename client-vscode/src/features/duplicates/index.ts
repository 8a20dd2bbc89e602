export { DuplicateFilter } from './duplicate-filter';
